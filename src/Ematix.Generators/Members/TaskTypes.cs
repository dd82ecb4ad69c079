namespace Ematix.Generators.Members;

/// <summary>The types that generated members return.</summary>
internal static class TaskTypes
{
    public const string Nothing = "global::System.Threading.Tasks.Task";

    public const string Load = "global::System.Threading.Tasks.Task<global::Ematix.SyncResult>";

    public static string One(string view) => $"global::System.Threading.Tasks.ValueTask<{view}?>";

    public static string Many(string view) =>
        $"global::System.Threading.Tasks.ValueTask<global::System.Collections.Generic.IReadOnlyList<{view}?>>";

    public const string Features = "global::Ematix.HistoricalFeatures";

    public static string Rows(string view) => $"global::System.Collections.Generic.IAsyncEnumerable<{view}?>";

    public static string Stream(string view) =>
        $"global::System.Collections.Generic.IAsyncEnumerable<global::Ematix.FeatureVersion<{view}>>";
}
