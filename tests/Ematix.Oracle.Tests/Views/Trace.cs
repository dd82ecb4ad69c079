namespace Ematix.Oracle.Tests;

/// <summary>Every row that ever came.</summary>
[FeatureView(Mode = SyncMode.Append)]
public partial class Trace
{
    [EntityKey]
    public short Line { get; init; }

    public string? Text { get; init; }

    public double? Value { get; init; }
}
