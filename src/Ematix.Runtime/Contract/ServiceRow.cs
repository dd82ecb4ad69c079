using System.ComponentModel;
using Npgsql;

namespace Ematix.Runtime;

/// <summary>The views of one row of a training set. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ServiceRow
{
    private readonly NpgsqlDataReader _reader;
    private readonly int[] _views;

    /// <param name="reader">Stands on the row.</param>
    /// <param name="views">For each view the position of the column that says whether there is a version; the view's columns follow it.</param>
    internal ServiceRow(NpgsqlDataReader reader, int[] views) => (_reader, _views) = (reader, views);

    /// <summary>A view, or null where no version was alive.</summary>
    /// <param name="view">Its position in the set, from 0.</param>
    public TView? View<TView>(int view)
        where TView : class, IFeatureView<TView> =>
        _reader.GetBoolean(_views[view]) ? TView.ReadRow(new RowReader(_reader, _views[view] + 1)) : null;
}
