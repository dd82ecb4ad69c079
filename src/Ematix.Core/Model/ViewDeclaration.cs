namespace Ematix.Model;

/// <summary>
/// A feature view as it is declared in C#: what rules judge and the generator writes from. <see cref="View"/> can always be planned,
/// even where the declaration is wrong, so that a wrong view still gets its shape and the user sees one error.
/// </summary>
internal sealed record ViewDeclaration
{
    /// <summary>The C# type.</summary>
    public required TypeShape Type { get; init; }

    /// <summary>The view, mended where the declaration is wrong.</summary>
    public required FeatureViewModel View { get; init; }

    /// <summary>Every public instance property declared in the type, and every tagged one, in declaration order; columns or not.</summary>
    public required EquatableArray<PropertyShape> Properties { get; init; }

    /// <summary>The attribute's Ttl as written, or null.</summary>
    public string? TtlText { get; init; }

    /// <summary>The attribute's FreshnessSla as written, or null.</summary>
    public string? FreshnessSlaText { get; init; }

    /// <summary>The arguments that the attribute names, such as <c>Ttl</c> and <c>OnlineStore</c>: written, whatever their value.</summary>
    public EquatableArray<string> WrittenArguments { get; init; }
}
