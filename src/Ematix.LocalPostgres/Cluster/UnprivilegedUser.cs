using System.ComponentModel;
using Ematix.LocalPostgres.Host;
using Ematix.LocalPostgres.Ways;

namespace Ematix.LocalPostgres.Cluster;

/// <summary>PostgreSQL refuses to run as root. As root we hand its programs to a user with fewer rights, through what a bare system has.</summary>
internal static class UnprivilegedUser
{
    private static readonly string[] Preferred = ["postgres", "nobody"];

    /// <summary>The command to put before another; empty when we are no root.</summary>
    /// <exception cref="WayUnavailableException">No user, or no tool, that could run <paramref name="program"/>.</exception>
    public static async Task<IReadOnlyList<string>> CommandAsync(string program, HostEnvironment host, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return [];
        var (user, id, group) = Find();
        string[][] tools =
        [
            ["setpriv", $"--reuid={id}", $"--regid={group}", "--init-groups", "--"],
            ["runuser", "-u", user, "--"],
            // su's shell leads a session of its own; what it execs would lead it too, and setsid would go to the background.
            ["su", "-s", "/bin/sh", "-c", "\"$@\"; exit $?", "--", user, "sh"],
        ];
        foreach (var tool in tools)
        {
            if (host.FindProgram(tool[0]) is { } path && await CanRunAsync([path, .. tool[1..]], program, cancellationToken).ConfigureAwait(false))
                return [path, .. tool[1..]];
        }
        throw new WayUnavailableException(
            $"root may not run PostgreSQL, and the user {user} can't run {program}. Let that user enter the folder, or run as another user than root.");
    }

    private static async Task<bool> CanRunAsync(string[] command, string program, CancellationToken cancellationToken)
    {
        try
        {
            // Through a shell, as later: setpriv itself still has root's rights when it starts a program, and would get through a closed folder.
            string[] arguments = [.. command[1..], "/bin/sh", "-c", "exec \"$0\" --version", program];
            var result = await ExternalProgram.RunAsync(command[0], arguments, TimeLimits.Answer, cancellationToken).ConfigureAwait(false);
            return result.ExitCode == 0;
        }
        catch (Exception e) when (e is Win32Exception or TimeoutException)
        {
            return false;
        }
    }

    private static (string Name, string Id, string Group) Find()
    {
        // name:password:id:group:…
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields is [_, _, not "0", _, ..]).ToLookup(fields => fields[0]);
        var user = Preferred.SelectMany(name => users[name]).FirstOrDefault()
            ?? throw new WayUnavailableException("root may not run PostgreSQL, and there is no user postgres or nobody to run it. Create one, or run as another user than root.");
        return (user[0], user[2], user[3]);
    }
}
