using Ematix.Generators.Emission;

namespace Ematix.Generators.Members;

/// <summary>The file of the members that users call.</summary>
internal static class MembersEmitter
{
    public static string Emit(GeneratedView view)
    {
        var code = GeneratedFile.BeginPart(view.Type, Interface(view));
        KeyMember.Write(code, view);
        ColumnsMember.Write(code, view);
        foreach (var method in Methods(view).Where(method => view.HasMember(method.Name)))
            method.Write(code);
        return code.EndPart(view.Type);
    }

    /// <summary>The contract that the view fulfils; without a key only loads can be done.</summary>
    private static string Interface(GeneratedView view) => view.Keys.Count == 0
        ? $"global::Ematix.IFeatureView<{view.FullName}>"
        : $"global::Ematix.IFeatureView<{view.FullName}, {view.KeyType}>";

    private static IEnumerable<GeneratedMethod> Methods(GeneratedView view)
    {
        var loads = EnsureMember.Of(view).Concat(SyncMember.Of(view));
        return view.Keys.Count == 0
            ? loads
            : [.. loads, .. PointInTimeMember.Of(view), .. OnlineMember.Of(view), .. HistoryMember.Of(view), .. HistoricalMember.Of(view)];
    }
}
