using System.Reflection;

namespace Ematix.Oracle.Tests;

/// <summary>Rows of source values as instances of the view, and rows that were read as stored values.</summary>
internal sealed class RowMapper<TView>(ViewSpec spec)
    where TView : class
{
    private readonly PropertyInfo[] _properties = [.. spec.Columns.Select(column => typeof(TView).GetProperty(column.Property)!)];

    public TView ToView(object?[] row)
    {
        var view = Activator.CreateInstance<TView>();
        for (var i = 0; i < _properties.Length; i++)
            _properties[i].SetValue(view, ClrValues.To(spec.Columns[i].Column, row[i], _properties[i].PropertyType));
        return view;
    }

    public object?[]? ToStored(TView? view) => view is null
        ? null
        : [.. _properties.Zip(spec.Columns, (property, column) => ClrValues.ToStored(column.Column, property.GetValue(view)))];
}
