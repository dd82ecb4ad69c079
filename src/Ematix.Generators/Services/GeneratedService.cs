using Ematix.Generators.Emission;
using Ematix.Model;
using Ematix.Rules;

namespace Ematix.Generators.Services;

/// <summary>A service as emitters see it: names for code, and what can be emitted.</summary>
internal sealed class GeneratedService : IEnumColumns
{
    private readonly HashSet<string> _members;

    public GeneratedService(ServiceDeclaration declaration)
    {
        Type = declaration.Type;
        FullName = TypeNames.FullName(Type);
        Joined = [.. declaration.Joined];
        PassedThrough = [.. declaration.PassedThrough.Select(member => member.Property)];
        Spine = SpineProperty.All(declaration);
        _members = [.. GeneratedMembers.OfService.Except(Type.MemberNames).Where(name => name != Type.Name)];
        IsUsable = Joined.All(member => member.View!.IsGenerated) && RuleCatalog.CheckService(declaration).All(violation => violation.Rule.Id == "EMX0006");
        EnumColumns = IsUsable
            ? [.. Spine.Where(property => property.Enum is not null).Select(property => new EnumColumn(property.Name, property.Column, property.Enum!))]
            : [];
    }

    public TypeShape Type { get; }

    /// <summary>The service's name in messages.</summary>
    public string DisplayName => Type.Name;

    /// <summary>The type, from anywhere.</summary>
    public string FullName { get; }

    /// <summary>The members that are views, in declaration order.</summary>
    public IReadOnlyList<ServiceMember> Joined { get; }

    /// <summary>The members that are columns of the spine, in declaration order.</summary>
    public IReadOnlyList<PropertyShape> PassedThrough { get; }

    /// <summary>The properties of the typed spine; the as-of stands behind the columns that are joined by.</summary>
    public IReadOnlyList<SpineProperty> Spine { get; }

    /// <summary>The columns of the typed spine that hold names.</summary>
    public IReadOnlyList<EnumColumn> EnumColumns { get; }

    /// <summary>
    /// Whether a training set can be read. Where it can't, an analyzer has refused the service: the members keep their signatures, so that
    /// calls are not refused as well, and their bodies say so.
    /// </summary>
    public bool IsUsable { get; }

    /// <summary>The typed spine's row from anywhere.</summary>
    public string SpineRow => $"{FullName}.{GeneratedMembers.SpineRow}";

    /// <summary>The contract of the service, for explicit members.</summary>
    public string Contract => $"global::Ematix.IFeatureService<{FullName}>";

    /// <summary>Its contract with the typed spine, inside the service's own type.</summary>
    public string TypedContract => $"global::Ematix.IFeatureService<{FullName}, {GeneratedMembers.SpineRow}>";

    /// <summary>Whether this member is generated: no member of the user has its name.</summary>
    public bool HasMember(string name) => _members.Contains(name);
}
