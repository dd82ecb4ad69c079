using System.ComponentModel;

namespace Ematix;

/// <summary>A column of the feature view <typeparamref name="TView"/>. Taken from the view's generated <c>Columns</c>; another view's column does not compile in its place.</summary>
/// <typeparam name="TView">The feature view.</typeparam>
public abstract class FeatureColumn<TView>
{
    private protected FeatureColumn(string name) => Name = name;

    /// <summary>The column's name in the database.</summary>
    public string Name { get; }

    /// <summary>The column's name in the database.</summary>
    public sealed override string ToString() => Name;
}

/// <summary>A column of the feature view <typeparamref name="TView"/> with values of type <typeparamref name="TValue"/>.</summary>
/// <typeparam name="TView">The feature view.</typeparam>
/// <typeparam name="TValue">The CLR type of the property.</typeparam>
public sealed class FeatureColumn<TView, TValue> : FeatureColumn<TView>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public FeatureColumn(string name)
        : base(name)
    {
    }
}
