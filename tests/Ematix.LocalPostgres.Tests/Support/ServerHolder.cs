using System.Runtime.InteropServices;

namespace Ematix.LocalPostgres.Tests.Support;

/// <summary>The program that tests kill: starts a server, says where its data lies, and waits. Every line from its input is answered with the server's answer to it.</summary>
internal static class ServerHolder
{
    public const string Command = "hold-server";

    /// <summary>With this argument the server is kept as on Windows: with pg_ctl, without a shell.</summary>
    public const string WithoutShell = "without-shell";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var server = await TestServers.StartPrivateAsync(host: TestServers.Host with { HasShell = arguments is not [WithoutShell] });
        using var interrupts = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            Console.WriteLine("interrupted");
        });
        Console.WriteLine(await server.QueryAsync("show data_directory"));
        while (await Console.In.ReadLineAsync() is { } sql)
        {
            switch (sql)
            {
                case "leave without disposing":
                    return 0;
                case "crash and restart":
                    await server.StopAsync(PostgresStopMode.Immediate);
                    await server.RestartAsync();
                    Console.WriteLine("restarted");
                    break;
                case "dispose":
                    await server.DisposeAsync();
                    Console.WriteLine("disposed");
                    break;
                default:
                    Console.WriteLine(await server.QueryAsync(sql));
                    break;
            }
        }
        await Task.Delay(Timeout.Infinite);
        return 1;
    }
}
