namespace Ematix.Oracle.Tests;

/// <summary>A snapshot view that lives for ever.</summary>
[FeatureView]
public partial class Profile
{
    [EntityKey]
    public int Id { get; init; }

    public string? City { get; init; }

    public bool Active { get; init; }

    public double? Score { get; init; }
}
