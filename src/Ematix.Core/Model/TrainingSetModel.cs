namespace Ematix.Model;

/// <summary>A training set: feature views that one spine is joined with, each as of the spine row's time.</summary>
public sealed record TrainingSetModel
{
    /// <summary>The views, in the order in which their columns follow the spine's.</summary>
    public required EquatableArray<TrainingViewModel> Views { get; init; }
}
