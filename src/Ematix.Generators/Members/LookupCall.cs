using Ematix.Generators.Emission;

namespace Ematix.Generators.Members;

/// <summary>How members call a lookup of the runtime.</summary>
internal static class LookupCall
{
    /// <summary>The call for one key, which is made of the key parameters.</summary>
    public static string One(GeneratedView view, string name, string rest) => Call(view, name, Key(view), rest);

    /// <summary>The call for a list of keys.</summary>
    public static string Many(GeneratedView view, string name, string rest) => Call(view, name, "keys", rest);

    private static string Call(GeneratedView view, string name, string key, string rest) =>
        $"{name}<{view.FullName}, {view.KeyName}>(store, {key}, {rest}, cancellationToken)";

    private static string Key(GeneratedView view)
    {
        var arguments = string.Join(", ", view.Keys.Select(key => key.Argument));
        if (view.Keys.Count == 1)
            return arguments;
        return view.HasMember(Model.GeneratedMembers.Key) ? $"new {view.KeyName}({arguments})" : $"({arguments})";
    }
}
