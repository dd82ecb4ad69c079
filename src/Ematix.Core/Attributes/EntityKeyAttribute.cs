namespace Ematix;

/// <summary>Marks a property as (part of) the entity key. Several keys stand in declaration order and are compared column by column.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EntityKeyAttribute : Attribute;
