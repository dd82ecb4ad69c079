using System.ComponentModel;
using System.Diagnostics;

namespace Ematix.LocalPostgres.Host;

/// <summary>The result of a program that ran to its end.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Error);

internal static class ExternalProgram
{
    /// <summary>Runs a program to its end. At the limit, or when cancelled, it is killed with all that it started.</summary>
    /// <exception cref="TimeoutException">The program took longer than <paramref name="limit"/>.</exception>
    /// <exception cref="Win32Exception">The program can't be run.</exception>
    public static async Task<ProgramResult> RunAsync(
        string program, IEnumerable<string> arguments, TimeSpan limit, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var deadline = new Deadline(limit, cancellationToken);
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var error = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            return new(process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            if (deadline.HasPassed)
                throw new TimeoutException($"{Path.GetFileName(program)} did not end within {limit.TotalSeconds:0} s.", e);
            throw;
        }
    }
}
