using System.Text.RegularExpressions;

namespace Ematix.LocalPostgres.Cluster;

/// <summary>The text that is appended to <c>postgresql.conf</c>.</summary>
internal static partial class ClusterSettings
{
    // fsync may be off because only the operating system's end could lose what it left out. Full page writes and synchronous
    // commits stay on: with them a server that is stopped at once or killed keeps every committed row.
    private static readonly Dictionary<string, string> Defaults = new()
    {
        ["listen_addresses"] = "127.0.0.1",
        ["unix_socket_directories"] = "",
        ["fsync"] = "off",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
    };

    private static readonly HashSet<string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "listen_addresses", "unix_socket_directories", "port", "data_directory", "config_file", "hba_file", "ident_file", "external_pid_file",
    };

    public static string ToText(IReadOnlyDictionary<string, string> wanted) =>
        string.Concat(Defaults.Concat(wanted).Select(setting => $"{setting.Key} = {Quote(setting.Value)}\n"));

    /// <exception cref="ArgumentException">A name that is no setting's, one that this library sets, or a value with U+0000.</exception>
    public static void Check(IReadOnlyDictionary<string, string> wanted)
    {
        foreach (var (name, value) in wanted)
        {
            if (!SettingName().IsMatch(name))
                throw Refused($"\"{name}\" is no name of a server setting. Write a name like log_statement, or extension.setting.");
            if (Ours.Contains(name))
                throw Refused($"{name} is chosen for each private server and can't be set. Leave it out.");
            if (value.Contains('\0'))
                throw Refused($"the value of {name} holds U+0000, which PostgreSQL can't read. Remove it.");
        }
    }

    private static string Quote(string value) =>
        $"'{value.Replace("\\", "\\\\").Replace("'", "''").Replace("\n", "\\n").Replace("\r", "\\r")}'";

    private static ArgumentException Refused(string message) => new($"{nameof(PostgresServerOptions.Settings)}: {message}");

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_$]*)?\z")]
    private static partial Regex SettingName();
}
