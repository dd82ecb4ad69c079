using Ematix;

await using var store = FeatureStore.Open("Host=localhost");
_ = await UserFeatures.OnlineFeaturesAsync(store, userId: 100);

[FeatureView(Ttl = "30d", Mode = SyncMode.Merge)]
public partial class UserFeatures
{
    [EntityKey] public long UserId { get; init; }
    public long? TotalPurchases { get; init; }
}
