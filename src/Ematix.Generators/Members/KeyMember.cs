using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators.Members;

/// <summary>The struct that holds a key of several columns.</summary>
internal static class KeyMember
{
    public static void Write(CodeWriter code, GeneratedView view)
    {
        if (!view.HasMember(GeneratedMembers.Key))
            return;
        code.Member().Lines("/// <summary>The entity key. Its columns are compared one by one, never joined.</summary>");
        foreach (var key in view.Keys)
            code.Lines($"/// <param name=\"{key.Column.Shape.Name}\">{Parameters.Key(key).Summary}</param>");
        code.Lines($"""
            {GeneratedFile.GeneratedCode}
            public readonly record struct {GeneratedMembers.Key}({string.Join(", ", view.Keys.Select(key => $"{key.Type} {key.Property}"))});
            """);
    }
}
