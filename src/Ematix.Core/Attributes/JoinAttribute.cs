namespace Ematix;

/// <summary>Says by which columns of the spine a feature service joins a view, and what its features are called. Without it the columns are the view's key columns.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JoinAttribute : Attribute
{
    /// <summary>Joins by these columns of the spine.</summary>
    /// <param name="columns">One for each key column of the view, in the order of the keys; none for the key columns' own names.</param>
    public JoinAttribute(params string[] columns) => Columns = columns;

    /// <summary>The spine's columns, in the order of the view's keys; none for the key columns' own names.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>What stands before each output name of the view's features: <c>dest_</c>. Default: nothing, and <c>{member}__</c> before names that two views have.</summary>
    public string? Prefix { get; set; }
}
