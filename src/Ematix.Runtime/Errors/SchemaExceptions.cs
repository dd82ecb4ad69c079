namespace Ematix;

/// <summary>The live table differs from the compiled view, in a way that <see cref="OnDrift"/> does not let pass.</summary>
public sealed class SchemaDriftException : EmatixException
{
    internal SchemaDriftException(string target, IReadOnlyList<string> differences, OnDrift onDrift, Exception? innerException = null)
        : base($"Table {target} {Fact(onDrift)}: {string.Join("; ", differences)}. Nothing was changed. {Remedy(onDrift)}", innerException) =>
        (Target, Differences) = (target, differences);

    /// <summary>The table, quoted and qualified.</summary>
    public string Target { get; }

    /// <summary>Every difference that does not pass, as a sentence.</summary>
    public IReadOnlyList<string> Differences { get; }

    private static string Fact(OnDrift onDrift) => onDrift switch
    {
        OnDrift.Evolve => "can't be evolved to what its feature view says",
        OnDrift.Ignore => "can't take what its feature view loads",
        _ => "differs from its feature view",
    };

    private static string Remedy(OnDrift onDrift) => onDrift switch
    {
        OnDrift.Evolve => "Evolving adds nullable columns, renames and widens; it never drops or narrows. Migrate the table by hand, or raise the view's Version to start a new one beside it.",
        OnDrift.Ignore => "Evolve the table on purpose (OnDrift.Evolve), migrate it by hand, or raise the view's Version to start a new one beside it.",
        _ => "Evolve it on purpose (OnDrift.Evolve adds nullable columns, renames and widens), migrate it by hand, or raise the view's Version to start a new one beside it.",
    };
}

/// <summary>The view's name and version are registered with another definition.</summary>
public sealed class DefinitionChangedException : EmatixException
{
    internal DefinitionChangedException(string catalogName, string registered, string compiled)
        : base($"Feature view {catalogName} is registered with another definition (fingerprint {registered[..12]}…, compiled {compiled[..12]}…): its keys, columns, types, event time or mode changed. Nothing was changed. Raise the view's Version, so that what was built from the old definition keeps its meaning, or apply the change on purpose with OnDrift.Evolve.") =>
        CatalogName = catalogName;

    /// <summary>The name in the catalog: <c>{schema}.{view}.{version}</c>.</summary>
    public string CatalogName { get; }
}

/// <summary>A source's columns don't match the view's: names missing or unknown, or types that don't pass.</summary>
public sealed class SourceSchemaException : EmatixException
{
    internal SourceSchemaException(string target, IReadOnlyList<string> differences)
        : base($"The source does not match {target}: {string.Join("; ", differences)}. Columns are matched by name. Nothing was loaded.") =>
        (Target, Differences) = (target, differences);

    /// <summary>The table, quoted and qualified.</summary>
    public string Target { get; }

    /// <summary>Every difference, as a sentence; of types, the cast to write.</summary>
    public IReadOnlyList<string> Differences { get; }
}
