using Ematix.Model;

namespace Ematix.Planning.Training;

/// <summary>What to do about a column of a spine that does not fit, by where the spine is from.</summary>
internal abstract class SpineRemedies
{
    /// <summary>A query: what to write there.</summary>
    public static SpineRemedies Query { get; } = new QueryRemedies();

    /// <summary>A table, which can't be written otherwise, but read by a query.</summary>
    public static SpineRemedies Table { get; } = new TableRemedies();

    /// <summary>Record batches.</summary>
    public static SpineRemedies Arrow { get; } = new ArrowRemedies();

    /// <summary>Rows of a type that was compiled before a view's keys changed.</summary>
    public static SpineRemedies Rows { get; } = new RowRemedies();

    /// <summary>For an as-of that is a time without a zone.</summary>
    public abstract string Zone(string asOf);

    /// <summary>For an as-of of another type.</summary>
    public abstract string Instant(string asOf);

    /// <summary>For a column that must have a type.</summary>
    public abstract string Cast(string column, ColumnType type);

    /// <summary>For a column whose type no output column can have; null where such columns stay with the client, whatever their type.</summary>
    public virtual string? Place(SourceColumn column) => null;
}
