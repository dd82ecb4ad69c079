using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators.Services;

/// <summary>The file of the members that users of a service call.</summary>
internal static class ServiceMembersEmitter
{
    public static string Emit(GeneratedService service)
    {
        var code = GeneratedFile.BeginPart(service.Type, Interface(service));
        SpineRowMember.Write(code, service);
        foreach (var method in TrainingSetMember.Of(service).Where(method => service.HasMember(method.Name)))
            method.Write(code);
        return code.EndPart(service.Type);
    }

    private static string Interface(GeneratedService service) => service.HasMember(GeneratedMembers.SpineRow)
        ? $"global::Ematix.IFeatureService<{service.FullName}, {service.SpineRow}>"
        : service.Contract;
}
