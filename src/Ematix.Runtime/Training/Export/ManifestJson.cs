using System.Text.Json.Serialization;

namespace Ematix.Training;

/// <summary>Manifests as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n")]
[JsonSerializable(typeof(TrainingFileManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
