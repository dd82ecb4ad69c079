using Ematix.Generators.Emission;

namespace Ematix.Generators.Rows;

/// <summary>The file of the contract: what the runtime reaches through a type parameter, and users don't see.</summary>
internal static class RowEmitter
{
    public static string Emit(GeneratedView view)
    {
        var code = GeneratedFile.BeginPart(view.Type, beforeType: code => EnumNamesEmitter.Write(code, view));
        DefinitionEmitter.Write(code, view);
        PlansEmitter.Write(code, view);
        ReadRowEmitter.Write(code, view);
        WriteRowEmitter.Write(code, view);
        KeyBindingEmitter.Write(code, view);
        return code.EndPart(view.Type);
    }
}
