namespace Ematix.Model;

/// <summary>The C# type of a feature view: what the generated part must repeat, and what can be wrong with it.</summary>
internal sealed record TypeShape
{
    /// <summary>The namespace, or empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The types around it, outermost first.</summary>
    public EquatableArray<ContainingTypeShape> ContainingTypes { get; init; }

    /// <summary>The type's name, without <c>@</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>class</c>, <c>record</c>, <c>struct</c> or <c>record struct</c>.</summary>
    public required string Keyword { get; init; }

    public bool IsPartial { get; init; }

    public bool IsGeneric { get; init; }

    public bool IsStatic { get; init; }

    public bool IsAbstract { get; init; }

    public bool IsFileLocal { get; init; }

    /// <summary>Whether the whole assembly can name it: neither it nor a type around it is private or protected.</summary>
    public bool IsAccessible { get; init; }

    /// <summary>Whether it and all types around it are public, so that generated signatures may be.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Whether it is a record with a parameter list.</summary>
    public bool IsPositional { get; init; }

    /// <summary>Whether generated code, inside the type, can construct it without arguments.</summary>
    public bool HasParameterlessConstructor { get; init; }

    /// <summary>The names of members that an object initializer must set and that are no properties of the type itself: fields, and inherited ones.</summary>
    public EquatableArray<string> RequiredOthers { get; init; }

    /// <summary>Whether a generated part can stand beside the user's; otherwise nothing can be emitted.</summary>
    public bool CanHaveGeneratedPart =>
        IsPartial && ContainingTypes.All(type => type.IsPartial)
        && !IsGeneric && !IsStatic && !IsAbstract && !IsFileLocal && IsAccessible
        && Keyword is "class" or "record";

    /// <summary>The names of all members that the user declares, distinct; what the generator wrote is not among them.</summary>
    public EquatableArray<string> MemberNames { get; init; }
}

/// <summary>A type around a nested feature view.</summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>record</c>, <c>record struct</c> or <c>interface</c>.</param>
/// <param name="Name">The type's name, without <c>@</c>.</param>
/// <param name="IsPartial">Whether it is partial, as it must be.</param>
internal sealed record ContainingTypeShape(string Keyword, string Name, bool IsPartial);
