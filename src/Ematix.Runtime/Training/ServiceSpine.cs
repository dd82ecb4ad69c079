using Ematix.Model;
using Ematix.Planning.Training;
using Ematix.Runtime;
using Npgsql;

namespace Ematix.Training;

/// <summary>A feature service's typed spine: what is joined by, the as-of, and what is passed through.</summary>
internal sealed class ServiceSpine<TService, TSpineRow>(IAsyncEnumerable<TSpineRow> rows) : TypedSpine<TSpineRow>(rows)
    where TService : class, IFeatureService<TService, TSpineRow>
{
    protected override (EquatableArray<SpineColumn> Columns, string AsOf) Describe(TrainingSetModel set) =>
        (ServiceColumns.Judged<TService, TSpineRow>(set), ServiceColumns.AsOf<TService, TSpineRow>());

    protected override void Bind(List<TSpineRow> part, NpgsqlParameterCollection parameters) =>
        TService.WriteSpine(part, new SpineParameters(parameters, TService.SpineColumns, onlyUsed: false));
}
