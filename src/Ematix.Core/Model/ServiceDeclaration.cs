namespace Ematix.Model;

/// <summary>A feature service as it is declared in C#: what rules judge and the generator writes from.</summary>
internal sealed record ServiceDeclaration
{
    /// <summary>The C# type.</summary>
    public required TypeShape Type { get; init; }

    /// <summary>Whether the type is a feature view, too.</summary>
    public bool IsView { get; init; }

    /// <summary>Every public instance property declared in the type, and every tagged one, in declaration order.</summary>
    public required EquatableArray<ServiceMember> Members { get; init; }

    /// <summary>The members that are joined, in declaration order.</summary>
    public IEnumerable<ServiceMember> Joined => Members.Where(member => member.IsJoined);

    /// <summary>The members that are passed through from the spine, in declaration order.</summary>
    public IEnumerable<ServiceMember> PassedThrough => Members.Where(member => member.IsPassedThrough);
}
