using Ematix.Model;

namespace Ematix.Tests;

/// <summary>Static abstract members can be asked of a type parameter only.</summary>
internal static class Definitions
{
    /// <summary>A view's definition.</summary>
    public static FeatureViewModel Of<TView>()
        where TView : class, IFeatureView<TView> => TView.Definition;
}
