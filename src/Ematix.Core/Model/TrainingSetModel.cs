namespace Ematix.Model;

/// <summary>A training set: feature views that one spine is joined with, each as of the spine row's time.</summary>
public sealed record TrainingSetModel
{
    /// <summary>The views, in the order in which their columns follow the spine's.</summary>
    public required EquatableArray<TrainingViewModel> Views { get; init; }

    /// <summary>The columns of the spine that a feature service passes through, as it declares them. A spine may lack them or have others; one of another type is refused.</summary>
    public EquatableArray<FeatureModel> PassedThrough { get; init; }
}
