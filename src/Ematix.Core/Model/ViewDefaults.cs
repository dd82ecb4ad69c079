namespace Ematix.Model;

/// <summary>What a view is when its attribute says nothing.</summary>
internal static class ViewDefaults
{
    public const string Schema = "features";
    public const string Version = "v1";
}
