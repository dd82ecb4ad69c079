using Ematix;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a feature store to an application's services.</summary>
public static class FeatureStoreServices
{
    /// <summary>Adds one <see cref="FeatureStore"/> with a pool of its own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="connectionString">See <see cref="FeatureStore.Open"/>.</param>
    public static IServiceCollection AddFeatureStore(this IServiceCollection services, string connectionString) =>
        services.AddSingleton(provider => FeatureStore.Open(connectionString, provider.GetService<ILoggerFactory>()));

    /// <summary>Adds one <see cref="FeatureStore"/> over the <see cref="NpgsqlDataSource"/> that is registered already.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddFeatureStore(this IServiceCollection services) =>
        services.AddSingleton(provider => new FeatureStore(provider.GetRequiredService<NpgsqlDataSource>(), provider.GetService<ILoggerFactory>()));
}
