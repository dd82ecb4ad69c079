namespace Ematix.Oracle.Tests;

/// <summary>Source values of the key columns as the key of the view: the value itself, or the generated type's instance.</summary>
internal sealed class KeyMapper<TKey>(ViewSpec spec)
    where TKey : notnull
{
    public TKey ToKey(IReadOnlyList<object?> key)
    {
        if (spec.Keys is [var only])
            return (TKey)ClrValues.To(only.Column, key[0], typeof(TKey))!;
        var constructor = typeof(TKey).GetConstructors().Single(candidate => candidate.GetParameters().Length == key.Count);
        return (TKey)constructor.Invoke([.. constructor.GetParameters().Select((parameter, i) => ClrValues.To(spec.Keys[i].Column, key[i], parameter.ParameterType))]);
    }
}
