namespace Ematix;

/// <summary>Stores a <see cref="string"/> property that holds JSON as <c>jsonb</c>. Equality is that of <c>jsonb</c>: key order and white space do not count.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JsonAttribute : Attribute;
