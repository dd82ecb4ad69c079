namespace Ematix.Generators.Members;

/// <summary>Errors that training sets share. All but those of the options come when a set is read.</summary>
internal static class HistoricalErrors
{
    public static readonly (string Type, string Reason) Schema = ("Ematix.SpineSchemaException", "When it is read: the spine does not fit.");

    public static readonly (string Type, string Reason) Wait = (
        "Ematix.LoadLockTimeoutException", "When it is read as known at an instant: a load in flight took longer than <see cref=\"global::Ematix.HistoricalOptions.WaitTimeout\"/>.");

    public static readonly (string Type, string Reason)[] OfTables =
    [
        ("Ematix.NotRegisteredException", "When it is read: a view has no table here."),
        ("Ematix.SchemaDriftException", "When it is read: a view's table lacks columns."),
    ];

    /// <summary>What record batches can't hold, and what only their reader counts.</summary>
    public static readonly (string Type, string Reason)[] OfBatches =
    [
        ("Ematix.UnreadableValueException", "When it is read: a stored value, or one of the spine, has no equal in Arrow, such as an infinite instant."),
        ("Ematix.HistoryOverlapException", "When it is read: a history holds versions of one key that overlap."),
    ];
}
