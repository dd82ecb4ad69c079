namespace Ematix;

/// <summary>
/// Marks the <see cref="DateTimeOffset"/> at which a row became true. A version then starts at its event, not at its load,
/// and a batch may carry many events of one key. Without it the view is a snapshot view.
/// </summary>
/// <remarks>A snapshot view knows nothing before its first load: in a training set, labels that are older than that get NULLs.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EventTimestampAttribute : Attribute;
