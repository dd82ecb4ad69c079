using Ematix.Model;
using Ematix.Runtime;

namespace Ematix;

/// <summary>One feature view of an assembly's registry. It closes the generic at registration, so that tools and loops need no reflection.</summary>
public abstract class FeatureViewEntry
{
    private protected FeatureViewEntry()
    {
    }

    /// <summary>The CLR type of the view.</summary>
    public abstract Type ViewType { get; }

    /// <summary>The view as data.</summary>
    public abstract FeatureViewModel Definition { get; }

    /// <summary>The SQL of the view's reads.</summary>
    public abstract FeatureViewPlans Plans { get; }

    /// <summary>The entry of a view.</summary>
    /// <typeparam name="TView">The feature view.</typeparam>
    public static FeatureViewEntry Of<TView>()
        where TView : class, IFeatureView<TView> => new Entry<TView>();

    /// <summary>Creates the view's table and catalog entry where they are missing.</summary>
    /// <param name="store">The store.</param>
    /// <param name="onDrift">What happens when the live table differs from the view.</param>
    /// <param name="cancellationToken">Cancels the call; then nothing was created or changed.</param>
    /// <exception cref="SchemaDriftException">The live table differs from the view, in a way that does not pass. Nothing was changed.</exception>
    /// <exception cref="DefinitionChangedException">The name and version are registered with another definition. Nothing was changed.</exception>
    public abstract Task EnsureAsync(FeatureStore store, OnDrift onDrift = OnDrift.Error, CancellationToken cancellationToken = default);

    private sealed class Entry<TView> : FeatureViewEntry
        where TView : class, IFeatureView<TView>
    {
        public override Type ViewType => typeof(TView);

        public override FeatureViewModel Definition => TView.Definition;

        public override FeatureViewPlans Plans => TView.Plans;

        public override Task EnsureAsync(FeatureStore store, OnDrift onDrift, CancellationToken cancellationToken) =>
            ViewOperations.EnsureAsync<TView>(store, onDrift, cancellationToken);
    }
}
