namespace Ematix.Rules;

/// <summary>The place of a violation, without source locations: an analyzer finds them, the runtime needs none.</summary>
internal sealed record ViolationSite
{
    /// <summary>The name of the view or service.</summary>
    public static readonly ViolationSite Type = new();

    private ViolationSite()
    {
    }

    /// <summary>The member of the view, or null for the view itself or an option.</summary>
    public string? Member { get; private init; }

    /// <summary>
    /// The argument of an attribute on the member, or else of the view's, by its name or its parameter's; or the option of a load.
    /// Where it is not written out, the site is the member, the view or the options as a whole.
    /// </summary>
    public string? Argument { get; private init; }

    /// <summary>An option that excludes <see cref="Argument"/>: the site is the one that is written later.</summary>
    public string? Rival { get; private init; }

    /// <summary>The position, outermost first, of a type around the view; null for the view itself.</summary>
    public int? ContainingType { get; private init; }

    public static ViolationSite OfMember(string member) => new() { Member = member };

    public static ViolationSite OfMemberArgument(string member, string argument) => new() { Member = member, Argument = argument };

    public static ViolationSite OfArgument(string argument) => new() { Argument = argument };

    public static ViolationSite OfLaterOption(string option, string rival) => new() { Argument = option, Rival = rival };

    public static ViolationSite OfContainingType(int position) => new() { ContainingType = position };
}
