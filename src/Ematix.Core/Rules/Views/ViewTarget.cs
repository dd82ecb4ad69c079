using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Rules;

/// <summary>What a view has for itself alone in its database, read without its columns: rules about two views compare every view of a project.</summary>
/// <param name="TypeName">The C# type, with its namespace, for messages.</param>
/// <param name="Table">The table, quoted and qualified.</param>
/// <param name="CatalogName">The name in the catalog.</param>
internal sealed record ViewTarget(string TypeName, string Table, string CatalogName)
{
    public static ViewTarget Of(string typeName, FeatureViewModel view) => new(typeName, Identifier.Table(view), view.CatalogName);

    /// <summary>All of it. Views that share nothing here are no pair to check.</summary>
    public IEnumerable<string> Claims => [Table, $"registered {CatalogName}"];
}
