namespace Ematix.Generators;

/// <summary>The steps of the pipeline, for tests of what is cached.</summary>
internal static class TrackingNames
{
    public const string Views = "Views";
    public const string Services = "Services";
    public const string Twins = "Twins";
    public const string Names = "Names";
    public const string RootNamespace = "RootNamespace";

    /// <summary>All that this generator names.</summary>
    public static readonly string[] All = [Views, Services, Twins, Names, RootNamespace];
}
