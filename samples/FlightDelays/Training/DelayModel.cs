using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace FlightDelays.Training;

/// <summary>Boosted trees that say how likely a flight is late. One seed and one thread: the same flights give the same model.</summary>
public sealed class DelayModel
{
    private readonly MLContext _context;
    private readonly BinaryPredictionTransformer<Microsoft.ML.Calibrators.CalibratedModelParametersBase<FastTreeBinaryModelParameters, Microsoft.ML.Calibrators.PlattCalibrator>> _model;

    private DelayModel(MLContext context, FastTreeBinaryTrainer trainer, IReadOnlyList<FlightExample> flights)
    {
        _context = context;
        _model = trainer.Fit(View(flights));
    }

    /// <summary>Learns from flights of both kinds.</summary>
    public static DelayModel Train(IReadOnlyList<FlightExample> flights)
    {
        var context = new MLContext(seed: 2014);
        var trainer = context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            NumberOfTrees = 100,
            NumberOfLeaves = 20,
            MinimumExampleCountPerLeaf = 50,
            NumberOfThreads = 1,
            Seed = 2014,
            FeatureSelectionSeed = 2014,
            LabelColumnName = nameof(FlightExample.Label),
            FeatureColumnName = nameof(FlightExample.Features),
        });
        return new DelayModel(context, trainer, flights);
    }

    /// <summary>How often a late flight is ranked above a punctual one: 0.5 is a coin, 1 is perfect.</summary>
    public double AreaUnderCurve(IReadOnlyList<FlightExample> flights) =>
        _context.BinaryClassification.Evaluate(_model.Transform(View(flights)), nameof(FlightExample.Label)).AreaUnderRocCurve;

    /// <summary>The features with what each contributed to the trees, the strongest first; the strongest has 1.</summary>
    public IReadOnlyList<(string Feature, double Gain)> Gains()
    {
        var weights = default(VBuffer<float>);
        _model.Model.SubModel.GetFeatureWeights(ref weights);
        return [.. weights.DenseValues().Select((gain, i) => (FlightFeatures.Names[i], (double)gain)).OrderByDescending(feature => feature.Item2)];
    }

    private IDataView View(IReadOnlyList<FlightExample> flights)
    {
        var schema = SchemaDefinition.Create(typeof(FlightExample), SchemaDefinition.Direction.Both);
        schema.Remove(schema.Single(column => column.ColumnName == nameof(FlightExample.AsOf)));
        schema.Single(column => column.ColumnName == nameof(FlightExample.Features)).ColumnType =
            new VectorDataViewType(NumberDataViewType.Single, FlightFeatures.Names.Count);
        return _context.Data.LoadFromEnumerable(flights, schema);
    }
}
