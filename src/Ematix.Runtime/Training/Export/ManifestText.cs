using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ematix.Training;

/// <summary>How a manifest is written: to be read by people too, so that quotes and operators of SQL stand as they are. It is no part of a page.</summary>
internal static class ManifestText
{
    public static JsonTypeInfo<TrainingFileManifest> Type { get; } =
        new ManifestJson(new JsonSerializerOptions(ManifestJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).TrainingFileManifest;
}
