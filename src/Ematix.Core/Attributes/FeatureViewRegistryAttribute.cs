using System.ComponentModel;

namespace Ematix;

/// <summary>Names the generated registry of an assembly's feature views, so that tools find it. Written by the generator.</summary>
/// <param name="registry">The generated class; its static property <c>All</c> lists the views.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class FeatureViewRegistryAttribute(Type registry) : Attribute
{
    /// <summary>The generated class.</summary>
    public Type Registry { get; } = registry;
}
