using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Rules;

/// <summary>EMX3004: a column name that the product, or every table of PostgreSQL, has for itself.</summary>
internal sealed class ReservedColumnRule : IViewRule
{
    public const string Title = "The column name is reserved";
    public const string Message = "The column name '{2}' of property '{0}.{1}' is reserved {3}: rename the property, or name the column with [Column(\"…\")]";

    // https://www.postgresql.org/docs/current/ddl-system-columns.html
    private static readonly string[] SystemColumns = ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"];

    public RuleInfo Info { get; } = new("EMX3004", RuleSeverity.Error, Title, Message);

    public IEnumerable<Violation> Check(ViewDeclaration declaration)
    {
        foreach (var property in declaration.Properties.Where(property => property.IsMeantAsColumn()))
        {
            if (Owner(property.Column) is { } owner)
                yield return Info.At(NamedSite.OfColumn(property), declaration.Type.Name, property.Name, property.Column, owner);
        }
    }

    /// <summary>Whether the name is reserved. Names in quotes are compared by their case too.</summary>
    public static bool IsReserved(string column) => Owner(column) is not null;

    private static string? Owner(string column)
    {
        if (ReservedColumns.Contains(column))
            return "for the history that loads keep";
        return Array.IndexOf(SystemColumns, column) >= 0 ? "by PostgreSQL in every table" : null;
    }
}
