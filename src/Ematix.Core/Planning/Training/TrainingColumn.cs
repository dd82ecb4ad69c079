using Ematix.Model;

namespace Ematix.Planning.Training;

/// <summary>A feature in the output of a training set.</summary>
/// <param name="Name">Its output name.</param>
/// <param name="View">The position of its view in the set, from 0.</param>
/// <param name="Feature">The feature.</param>
internal sealed record TrainingColumn(string Name, int View, FeatureModel Feature);
