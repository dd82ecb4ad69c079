using Ematix.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ematix.CodeAnalysis;

/// <summary>Type symbol → shape.</summary>
internal static class TypeShapeReader
{
    /// <summary>Reads the type and those around it.</summary>
    public static TypeShape Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var containing = Containing(type);
        INamedTypeSymbol[] all = [.. containing, type];
        return new TypeShape
        {
            Namespace = type.ContainingNamespace.ToPlainName(),
            ContainingTypes = containing.Select(outer => new ContainingTypeShape(Keyword(outer), outer.Name, IsPartial(outer, cancellationToken))).ToEquatableArray(),
            Name = type.Name,
            Keyword = Keyword(type),
            IsPartial = IsPartial(type, cancellationToken),
            IsGeneric = all.Any(each => each.Arity > 0),
            IsStatic = type.IsStatic,
            IsAbstract = type.IsAbstract && !type.IsStatic,
            IsFileLocal = all.Any(each => each.IsFileLocal),
            IsAccessible = all.All(each => IsAccessible(each.DeclaredAccessibility)),
            IsPublic = all.All(each => each.DeclaredAccessibility == Accessibility.Public),
            IsPositional = Parts(type, cancellationToken).Any(part => part is RecordDeclarationSyntax { ParameterList.Parameters.Count: > 0 }),
            HasParameterlessConstructor = ParameterlessConstructor(type) is not null,
            RequiredOthers = RequiredOthers(type),
            MemberNames = MemberNames(type),
        };
    }

    /// <summary>Whether an object initializer must set the required members: not if the constructor says that it does.</summary>
    public static bool InitializersMustSet(INamedTypeSymbol type) =>
        ParameterlessConstructor(type)?.Find(KnownNames.SetsRequiredMembersAttribute) is null;

    private static INamedTypeSymbol[] Containing(INamedTypeSymbol type)
    {
        var types = new Stack<INamedTypeSymbol>();
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            types.Push(outer);
        return [.. types];
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };

    private static IEnumerable<SyntaxNode> Parts(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellationToken));

    // A type from a reference has no parts here; its own compilation has judged it.
    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        Parts(type, cancellationToken).All(part => part is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool IsAccessible(Accessibility accessibility) =>
        accessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static IMethodSymbol? ParameterlessConstructor(INamedTypeSymbol type) =>
        type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty);

    private static EquatableArray<string> RequiredOthers(INamedTypeSymbol type)
    {
        if (!InitializersMustSet(type))
            return default;
        var own = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsRequired).Select(field => field.Name);
        var inherited = Bases(type)
            .SelectMany(each => each.GetMembers())
            .Where(member => member is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true })
            .Select(member => member.Name)
            .Where(name => type.GetMembers(name).IsEmpty);
        return own.Concat(inherited).Distinct().ToEquatableArray();
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var each = type.BaseType; each is not null; each = each.BaseType)
            yield return each;
    }

    private static EquatableArray<string> MemberNames(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => member is { IsImplicitlyDeclared: false, CanBeReferencedByName: true } && !IsGenerated(member))
        .Select(member => member.Name)
        .Distinct()
        .ToEquatableArray();

    // An analyzer sees the compilation with the generated members in it.
    private static bool IsGenerated(ISymbol member) =>
        member.Find(KnownNames.GeneratedCodeAttribute)?.Positional(0) is KnownNames.Generator;
}
