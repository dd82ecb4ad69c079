namespace Ematix;

/// <summary>
/// A load without <see cref="SyncOptions{TView}.EnsureFirst"/> found its view missing in the catalog, which keeps the time of the last load: without it a clock that goes back would not be noticed.
/// Or a training set's view has no table.
/// </summary>
public sealed class NotRegisteredException : EmatixException
{
    internal NotRegisteredException(string target, string catalogName)
        : base($"The load of {target} was refused: {catalogName} is not registered in ematix_flow.feature_views. Nothing was loaded. Ensure the view once with a role that may create, or leave EnsureFirst on.") =>
        (Target, CatalogName) = (target, catalogName);

    private NotRegisteredException(string message, string target, string catalogName, Exception cause)
        : base(message, cause) => (Target, CatalogName) = (target, catalogName);

    /// <summary>A read found no table.</summary>
    internal static NotRegisteredException OfRead(Model.FeatureViewModel view, Exception cause) => new(
        $"The read of {Sql.Identifier.Table(view)} was refused: {view.CatalogName} has no table here. Nothing was read. Run EnsureAsync or SyncAsync of the view first, or open the store on the database that has it.",
        Sql.Identifier.Table(view),
        view.CatalogName,
        cause);

    /// <summary>The table, quoted and qualified.</summary>
    public string Target { get; }

    /// <summary>The name that the catalog lacks: <c>{schema}.{view}.{version}</c>.</summary>
    public string CatalogName { get; }
}
