namespace Ematix;

/// <summary>Marks a partial class as a feature service: the features of several views that one model is trained on.</summary>
/// <remarks>
/// Public settable instance properties declared in the class are joined views, each a nullable feature view of <see cref="SyncMode.Scd2"/>,
/// or columns of the spine, tagged <see cref="SpineColumnAttribute"/>. Others are tagged <see cref="NotAFeatureAttribute"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FeatureServiceAttribute : Attribute;
