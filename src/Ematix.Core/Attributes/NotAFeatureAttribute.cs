namespace Ematix;

/// <summary>Keeps a settable public property out of the table.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotAFeatureAttribute : Attribute;
